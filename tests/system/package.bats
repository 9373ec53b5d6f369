#!/usr/bin/env bats
# The tarball and the Debian package: made twice, looked at, installed, used and taken away again. What is committed is what is
# tested. Installing wants root; whatever happens, the package is removed at the end.

load ../helper

setup_file() {
	# The tree may belong to somebody else than who tests it.
	export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'
	export made=$BATS_FILE_TMPDIR/made again=$BATS_FILE_TMPDIR/again
	export DEB_BUILD_OPTIONS=nocheck
	version=$(sed -n 's/.*POC_TOOLS_VERSION "\(.*\)"/\1/p' lib/version.h)
	export version tarball=poc-tools-$version.tar.gz
	make -s deb DEPS=no B="$made" >"$BATS_FILE_TMPDIR/log" 2>&1 || { cat "$BATS_FILE_TMPDIR/log"; return 1; }
}

# What dpkg knows of the package; nothing, too, where it still remembers that it was there.
installed() {
	dpkg-query -W -f '${db:Status-Status}' poc-tools 2>/dev/null | sed 's/^not-installed$//'
}

teardown_file() {
	[ ! -e "$BATS_FILE_TMPDIR/ours" ] || dpkg --purge poc-tools
}

setup() {
	top=$PWD
	cd "$BATS_TEST_TMPDIR" || return
}

needs_root() {
	[ "$(id -u)" = 0 ] || skip 'installing a package wants root'
}

# Installs the package, once.
install_package() {
	needs_root
	if [ ! -e "$BATS_FILE_TMPDIR/ours" ]; then
		is '' "$(installed)"
		touch "$BATS_FILE_TMPDIR/ours"
		dpkg -i "$made/poc-tools_${version}_$(dpkg --print-architecture).deb"
	fi
	is installed "$(installed)"
}

# What a machine has of the package, its log aside.
traces() {
	local tool
	set -- -name '*poc-tools*'
	for tool in $tools; do set -- "$@" -o -name "$tool*" -o -name "_$tool"; done
	find /bin/ /etc /lib/ /opt /usr /var -xdev \( "$@" \) 2>/dev/null | sort
}

@test "make dist: the same bytes from another clone, another day, another umask, with things that are not committed" {
	git clone -q "$top" clone
	find clone -path clone/.git -prune -o -type f -exec touch -d 2001-01-01 {} +
	echo more >>clone/README.md
	echo new >clone/new
	(umask 077 && TZ=Asia/Tokyo go make -s -C clone dist B="$PWD/other" && is 0 "$status" && has '*not committed*' "$err")
	cmp "$made/$tarball" "other/$tarball"
	tar -tzf "$made/$tarball" >list
	grep -qx "poc-tools-$version/Makefile" list
	is '' "$(grep -v "^poc-tools-$version/" list || true)"
	is "$(git -C "$top" ls-tree -r --name-only HEAD | wc -l)" "$(grep -vc '/$' list)"
}

@test "make dist outside of git says what it wants" {
	tar -xzf "$made/$tarball"
	go make -s -C "poc-tools-$version" dist B="$PWD/none"
	[ "$status" -ne 0 ]
	has '*no git checkout*' "$err"
	is '' "$(find none -type f)"
}

@test "one version: of the tools, the tarball and the package" {
	is "$version" "$(dpkg-parsechangelog -l "$top/debian/changelog" -S Version)"
	is "budget-series (poc-tools) $version" "$("$BUILD/budget-series" --version)"
}

@test "make deb: the same bytes from another user" {
	mkdir "$again"
	cp "$top/debian/make-deb" "$made/$tarball" "$again"
	as=()
	if [ "$(id -u)" = 0 ]; then
		chmod 755 "$BATS_RUN_TMPDIR" "$BATS_FILE_TMPDIR"
		chown -R nobody "$again"
		as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
	fi
	(umask 027 && TZ=Asia/Tokyo HOME=/nonexistent MAKEFLAGS='B=elsewhere' \
		"${as[@]}" "$again/make-deb" "$again/$tarball" "$again" >log 2>&1) || { tail log; return 1; }
	for file in "$made"/*.deb "$made"/*.dsc "$made"/*.tar.xz; do
		cmp "$file" "$again/${file##*/}" || { diff "$made"/*.dsc "$again"/*.dsc; return 1; }
	done
}

@test "lintian has nothing to say" {
	go lintian --allow-root --display-info --pedantic "$made"/*.changes
	is '' "$output$err"
	is 0 "$status"
}

@test "the compiler's hardening has reached the programs" {
	dpkg -x "$made/poc-tools_$version"_*.deb .
	for tool in $tools; do
		readelf -dW "usr/bin/$tool" | grep -q 'BIND_NOW'
		readelf -sW --dyn-syms "usr/bin/$tool" | grep -q '__stack_chk_fail'
		readelf -sW --dyn-syms "usr/bin/$tool" | grep -q '__snprintf_chk\|__memcpy_chk\|__vfprintf_chk\|__vsnprintf_chk\|__fprintf_chk'
	done
}

@test "installed: its own test runs" {
	needs_root
	traces >"$BATS_FILE_TMPDIR/before"
	install_package
	go env -i PATH=/usr/bin:/bin "$top/debian/tests/pipeline"
	is '' "$err"
	is 0 "$status"
	has '*ok who gave most*' "$output"
}

@test "installed: a manual, completion in bash, zsh and fish, the report and its samples" {
	install_package
	for tool in $tools; do
		has "/usr/share/man/man1/$tool.1*" "$(man -w "$tool")"
		has "complete *$tool" "$(bash --norc -c '. /usr/share/bash-completion/bash_completion && _completion_loader "$1"; complete -p "$1"' - "$tool")"
		[ -s "/usr/share/zsh/vendor-completions/_$tool" ]
		[ -s "/usr/share/fish/vendor_completions.d/$tool.fish" ]
	done
	has '/usr/share/man/man7/poc-tools.7*' "$(man -w poc-tools)"
	[ -x /usr/lib/poc-tools/operation-report ]
	[ -x /usr/lib/poc-tools/many ]
	[ -s /usr/lib/poc-tools/report/style.css ]
	grep -qx 'MLI,Mali' /usr/share/poc-tools/countries.csv
	ls /usr/share/doc/poc-tools/examples | grep -q crontab
}

@test "installed: the examples of the manual" {
	install_package
	go env -C "$top" MANUAL=/usr/share/man BUILD=/usr/bin bats --tap -f 'every example of every page' tests/manual.bats
	is 0 "$status"
	has '*ok 1 every example*' "$output"
}

@test "removed: nothing is left" {
	install_package
	dpkg -L poc-tools | while IFS= read -r path; do [ -d "$path" ] || printf '%s\n' "$path"; done >files
	[ "$(wc -l <files)" -ge 8 ]
	dpkg --remove poc-tools
	while IFS= read -r path; do [ ! -e "$path" ]; done <files
	dpkg --purge poc-tools
	rm "$BATS_FILE_TMPDIR/ours"
	is '' "$(installed)"
	traces | diff "$BATS_FILE_TMPDIR/before" -
}
