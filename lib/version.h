/* version: of poc-tools, for --version, the tarball and the package. */
#ifndef VERSION_H
#define VERSION_H

#define POC_TOOLS_VERSION "0.1.0"

#endif
