namespace BillingActors.Micro;

/// <inheritdoc />
public sealed class EchoGrain : Grain, IEchoGrain
{
    /// <inheritdoc />
    public Task<long> Echo(long value) => Task.FromResult(value);
}
