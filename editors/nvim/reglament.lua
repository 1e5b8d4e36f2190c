-- An example for Neovim 0.7 and later: put it into ~/.config/nvim/plugin/, and ../vim into ~/.config/nvim/ for the colours.
-- The program `reglament` has to be on the search path, or named here.
local program = vim.env.REGLAMENT or 'reglament'

vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = '*.reglament',
  callback = function() vim.bo.filetype = 'reglament' end,
})

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'reglament',
  callback = function(event)
    local file = vim.api.nvim_buf_get_name(event.buf)
    local found = vim.fs and vim.fs.find('reglament.toml', { upward = true, path = vim.fn.fnamemodify(file, ':h') })[1]
    local root = found and vim.fn.fnamemodify(found, ':h') or vim.fn.fnamemodify(file, ':h')
    vim.bo[event.buf].commentstring = '// %s'
    local options = { name = 'reglament', cmd = { program, 'lsp' }, root_dir = root }
    if vim.lsp.start then
      vim.lsp.start(options)
    else
      vim.lsp.buf_attach_client(event.buf, vim.lsp.start_client(options))
    end
  end,
})
