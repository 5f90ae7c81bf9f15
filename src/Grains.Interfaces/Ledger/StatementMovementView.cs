namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>A line of a statement that carries its balance forward.</summary>
/// <param name="On">Day it was booked.</param>
/// <param name="What">What happened, such as invoice-issued.</param>
/// <param name="Reference">Number of the document.</param>
/// <param name="AmountMinor">Added to what is owed.</param>
/// <param name="BalanceMinor">Owed after it.</param>
/// <param name="Version">Version of the account after it; its journal entry bears it.</param>
public sealed record StatementMovementView(
    DateOnly On,
    string What,
    string? Reference,
    long AmountMinor,
    long BalanceMinor,
    long Version = 0);
