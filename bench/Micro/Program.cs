using BenchmarkDotNet.Running;
using BillingActors.Micro;

BenchmarkSwitcher.FromAssembly(typeof(RatingBenchmarks).Assembly).Run(args);
