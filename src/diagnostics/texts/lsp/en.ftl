# What the language server says of itself.

lsp-no-project = no project holds this file: put a `reglament.toml` into its folder
lsp-not-a-name = that can be no name here, or another thing is called so already
lsp-broken = the text cannot be written anew: its braces do not pair
lsp-bug = a bug of ours: { $why }
lsp-protocol = the client broke off: { $why }
