-- A person's session in Neovim, scripted: open the sample, wait for squiggles, hover, take the SLO fix, type the number. Writes what it saw as JSON.
local out = vim.env.FE_OUT
local seen = {}

local function finish()
  local file = assert(io.open(out, 'w'))
  file:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen))
  file:close()
  vim.cmd('qall!')
end

local function wait_for(what, condition)
  if not vim.wait(15000, condition, 50) then
    seen.error = 'waited for ' .. what
    finish()
  end
end

local function rules()
  local list = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(list, d.code)
  end
  return list
end

local function has(rule)
  return vim.tbl_contains(rules(), rule)
end

local function position_of(text)
  for i, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(text, 1, true)
    if at then
      return i, at - 1
    end
  end
  error('no line says ' .. text)
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.env.FE_FILE)
  vim.bo.filetype = 'markdown'
  vim.lsp.start_client({
    name = 'fast-enough',
    cmd = { vim.env.FE_NODE, vim.env.FE_CLI, 'lsp' },
    root_dir = vim.fn.getcwd(),
    on_init = function(client)
      vim.lsp.buf_attach_client(0, client.id)
    end,
  })
  wait_for('diagnostics', function()
    return has('no-slo')
  end)
  seen.first = rules()
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.code == 'company-did-it' then
      seen.word = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, false)[1]:sub(d.col + 1, d.end_col)
    end
  end

  local row, column = position_of('10x faster')
  vim.api.nvim_win_set_cursor(0, { row, column + 1 })
  local params = vim.lsp.util.make_position_params()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 5000)
  for _, answer in pairs(answers) do
    seen.hover = answer.result and answer.result.contents.value
  end

  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.code == 'no-slo' then
      vim.api.nvim_win_set_cursor(0, { d.lnum + 1, d.col })
    end
  end
  local range = vim.lsp.util.make_range_params()
  range.context = { diagnostics = {}, only = { 'quickfix' } }
  for id, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', range, 5000)) do
    local client = vim.lsp.get_client_by_id(id)
    for _, action in ipairs(answer.result or {}) do
      if action.title == 'Insert SLO section' then
        if not action.edit then
          action = client.request_sync('codeAction/resolve', action, 5000, 0).result
        end
        vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      end
    end
  end
  wait_for('the section', function()
    return vim.fn.search('Service level objective', 'nw') > 0
  end)
  seen.emptyStillFlagged = not vim.wait(1500, function()
    return not has('no-slo')
  end, 50)
  vim.cmd([[%s/{metric and percentile} of {the request users wait for} | {value with unit} | {limit with unit}/p99 of checkout | 400 ms | at most 250 ms/]])
  wait_for('the finding to go', function()
    return not has('no-slo') and has('company-did-it')
  end)
  seen.last = rules()
end)
if not ok then
  seen.error = seen.error or tostring(problem)
end
finish()
