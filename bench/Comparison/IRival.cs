namespace BillingActors.Comparison;

/// <summary>The engine's work, written in another way. Whatever it answers is durable.</summary>
public interface IRival : IAsyncDisposable
{
    /// <summary>What it is, in a few words.</summary>
    string Name { get; }

    /// <summary>Opens an account.</summary>
    Task Open(string account, CancellationToken cancellation);

    /// <summary>Rates calls of an account; one that came before counts once.</summary>
    Task Rate(string account, IReadOnlyList<Call> calls, CancellationToken cancellation);

    /// <summary>Bills a month of an account.</summary>
    Task Bill(string account, MeterUse use, CancellationToken cancellation);

    /// <summary>Books a payment against the open bills of an account; one that came before counts once.</summary>
    Task Pay(string account, string paymentId, long amountMinor, CancellationToken cancellation);

    /// <summary>What an account owes, and what its calls come to that are on no bill.</summary>
    Task<(long OwedMinor, decimal Unbilled)> Look(string account, CancellationToken cancellation);
}
