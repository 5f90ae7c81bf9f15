namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Opens an account for a customer, in one currency, billed with a cycle.</summary>
/// <param name="CustomerId">Customer who owns it.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="TermsDays">Days from issue to due date, 0 to 365.</param>
/// <param name="OpenedOn">First day.</param>
[GenerateSerializer, Immutable, Alias("open-account")]
public sealed record OpenAccount(
    [property: Id(0)] string CustomerId,
    [property: Id(1)] string Currency,
    [property: Id(2)] string CycleId,
    [property: Id(3)] int TermsDays,
    [property: Id(4)] DateOnly OpenedOn);
