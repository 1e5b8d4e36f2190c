title = brackets nested too deep
message = brackets lie in one another more than { $most } deep
label = deeper than is allowed
help = simplify the condition, or divide the procedure
page = Blocks and parentheses may lie in one another only so deep. Nobody can read what is written deeper, and so the file is not read any further.
