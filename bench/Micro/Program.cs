using BenchmarkDotNet.Running;
using BillingActors.Micro;

// A dry run only shows that every benchmark works: it needs no process, and no build, of its own.
string[] given = args.Contains("Dry", StringComparer.OrdinalIgnoreCase) ? [.. args, "--inProcess"] : args;
BenchmarkSwitcher.FromAssembly(typeof(RatingBenchmarks).Assembly).Run(given);
