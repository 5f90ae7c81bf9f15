namespace BillingActors.Cli.Demo;

/// <summary>A job from master data to invoices, done through the gateway alone.</summary>
internal interface IDemoScenario
{
    /// <summary>Does it and gives what was billed.</summary>
    Task<CycleTable> Run(CancellationToken cancellation);
}
