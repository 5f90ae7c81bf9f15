namespace BillingActors.Survival.Desks;

/// <summary>A payment that was sent: what it asks for and what its sender knows of it.</summary>
/// <param name="CommandId">Its key.</param>
/// <param name="AccountIndex">The account.</param>
/// <param name="AmountMinor">How much.</param>
internal sealed record PaidCommand(string CommandId, int AccountIndex, long AmountMinor)
{
    /// <summary>The version that the answer named; null as long as it is not acknowledged.</summary>
    public long? AcknowledgedVersion { get; set; }
}
