using BillingActors.Cli;

return await CommandLine.Run(args, Terminal.OfProcess());
