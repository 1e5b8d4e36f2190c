autocmd BufRead,BufNewFile *.reglament setfiletype reglament
