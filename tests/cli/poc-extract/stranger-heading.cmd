printf '<h1 class="t">Access Denied</h1><p>Reference 18.2f</p>' | poc-extract
