using System.Collections.Immutable;

namespace BillingActors.Domain.Deposits;

/// <summary>What is kept of an account's deposits, and of how the customer paid since.</summary>
public sealed record DepositFile
{
    /// <summary>How many marks are kept; the oldest leave first.</summary>
    public const int MarkCountMax = 60;

    /// <summary>The file of an account that never had a deposit.</summary>
    public static DepositFile None { get; } = new();

    /// <summary>Its deposits, in the order they were decided.</summary>
    public ImmutableArray<Deposit> Deposits { get; init; } = [];

    /// <summary>What speaks against a good history, in the order it came.</summary>
    public ImmutableArray<DepositMark> Marks { get; init; } = [];

    /// <summary>What is held of all of them.</summary>
    public long HeldMinor => Deposits.Sum(deposit => deposit.HeldMinor);

    /// <summary>Whether one is to be paid or is held.</summary>
    public bool IsRunning => Deposits.Any(deposit => deposit.IsRunning);

    /// <summary>The deposit with the id, or null.</summary>
    public Deposit? Deposit(string id) => Deposits.FirstOrDefault(deposit => deposit.Id == id);

    /// <summary>The file with a deposit changed.</summary>
    internal DepositFile With(string id, Func<Deposit, Deposit> change) => this with
    {
        Deposits = [.. Deposits.Select(deposit => deposit.Id == id ? change(deposit) : deposit)],
    };
}
