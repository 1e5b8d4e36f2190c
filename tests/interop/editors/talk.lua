-- Neovim as a client: it waits for the server and asks what a lawyer would, over a file of the corpus.
local function fail(why)
  io.stdout:write('NOT EXPECTED: ' .. why .. '\n')
  vim.cmd('cquit 1')
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 50) then fail(what) end
end

local function clients()
  return vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.tbl_values(vim.lsp.buf_get_clients(0))
end

wait('the server is attached', function() return #clients() > 0 end)
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  for _, answer in pairs(answers or {}) do
    if answer.err then fail(method .. ': ' .. answer.err.message) end
    if answer.result ~= nil then return answer.result end
  end
  fail(method .. ' is not answered')
end

-- Known findings are told as hints.
wait('findings are told', function() return #vim.diagnostic.get(0) > 0 end)
local told = #vim.diagnostic.get(0)

vim.fn.search('step prepare  by officer')
vim.fn.search('officer')
local here = vim.lsp.util.make_position_params(0, 'utf-16')
local hover = ask('textDocument/hover', here)
if not hover.contents.value:find('officer') then fail('hover: ' .. vim.inspect(hover)) end
local defined = ask('textDocument/definition', here)
if #defined ~= 1 or not defined[1].uri:find('actors') then fail('definition: ' .. vim.inspect(defined)) end
local symbols = ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
if #symbols < 2 then fail('symbols') end

-- A misspelling is told as an error, and its fix is offered and taken.
local line = vim.fn.line('.')
local text = vim.fn.getline(line)
vim.fn.setline(line, (text:gsub('by officer', 'by oficer')))
wait('the misspelling is told', function()
  for _, it in ipairs(vim.diagnostic.get(0)) do
    if it.code == 'unknown-name' or (it.user_data and it.user_data.lsp and it.user_data.lsp.code == 'unknown-name') then return true end
  end
  return false
end)
local column = vim.fn.getline(line):find('oficer') - 1
local at = { line = line - 1, character = column }
local actions = ask('textDocument/codeAction', {
  textDocument = vim.lsp.util.make_text_document_params(), range = { start = at, ['end'] = at }, context = { diagnostics = {} },
})
if #actions < 1 then fail('no fix is offered') end
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
if vim.fn.getline(line) ~= text then fail('the fix made: ' .. vim.fn.getline(line)) end
wait('the findings are as before', function() return #vim.diagnostic.get(0) == told end)

local group = vim.fn.synIDattr(vim.fn.synID(line, vim.fn.getline(line):find('step'), 1), 'name')
if group ~= 'reglamentStructure' then fail('colours: ' .. group) end
local version = vim.version()
io.stdout:write(string.format('Neovim %d.%d.%d: %d findings, hover, definition, %d symbols, a fix taken, colours\n',
  version.major, version.minor, version.patch, told, #symbols))
vim.cmd('qall!')
