title = the fee differs from the standard
message = the fee that the regulation gives is not the standard's
label = the regulation's fee
label-standard = the standard
help = write the fee as the standard has it
page = Whether a service is free is for the standard to say. A regulation cannot charge for what the standard gives free.
