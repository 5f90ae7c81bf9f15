namespace BillingActors.Micro;

/// <summary>Answers at once: the cost of a call and nothing else.</summary>
public interface IEchoGrain : IGrainWithStringKey
{
    /// <summary>Answers what it was given.</summary>
    [Alias("echo")]
    Task<long> Echo(long value);
}
