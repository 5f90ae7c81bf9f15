namespace BillingActors.Cli.Demo;

/// <summary>Real files.</summary>
internal sealed class ReferenceScenario(string directory, DemoDesk desk, Terminal terminal) : IDemoScenario
{
    public Task<CycleTable> Run(CancellationToken cancellation) => throw new InvalidOperationException(directory + desk + terminal);
}
