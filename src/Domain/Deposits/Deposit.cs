using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Money a customer leaves with us as a security; only what is paid of it is held, and is owed back.</summary>
/// <param name="Id">Deposit; unique in its account.</param>
/// <param name="AssessedOn">When it was decided.</param>
/// <param name="Basis">What its amount came from.</param>
/// <param name="AmountMinor">What the customer is to deposit, or was before it was given back.</param>
public sealed record Deposit(string Id, LocalDate AssessedOn, DepositBasis Basis, long AmountMinor)
{
    /// <summary>The parts it was asked for in; none before that.</summary>
    public ImmutableArray<DepositInstalment> Instalments { get; init; } = [];

    /// <summary>What was paid.</summary>
    public long PaidMinor { get; init; }

    /// <summary>What was given back.</summary>
    public long ReleasedMinor { get; init; }

    /// <summary>Since when it is paid whole; null while it is not.</summary>
    public LocalDate? PaidOn { get; init; }

    /// <summary>Its interest; null before anything was held.</summary>
    public DepositInterest? Interest { get; init; }

    /// <summary>Interest credited so far.</summary>
    public long InterestMinor { get; init; }

    /// <summary>How many credits it made, which number their items.</summary>
    public int CreditCount { get; init; }

    /// <summary>What was done by hand.</summary>
    public ImmutableArray<DepositMove> Moves { get; init; } = [];

    /// <summary>
    /// What is held and owed back; negative where a payment came back after the deposit was given back.
    /// </summary>
    public long HeldMinor => PaidMinor - ReleasedMinor;

    /// <summary>What is still to be paid.</summary>
    public long UnpaidMinor => AmountMinor - PaidMinor;

    /// <summary>Whether it was asked for.</summary>
    public bool IsRequested => !Instalments.IsEmpty;

    /// <summary>Whether something of it is to be paid or is held.</summary>
    public bool IsRunning => Status is not (DepositStatus.Released or DepositStatus.Cancelled);

    /// <summary>Where it stands.</summary>
    public DepositStatus Status => this switch
    {
        { AmountMinor: 0 } => DepositStatus.Cancelled,
        { IsRequested: false } => DepositStatus.Assessed,
        { PaidMinor: 0 } => DepositStatus.Requested,
        { UnpaidMinor: > 0 } => DepositStatus.PartlyPaid,
        { HeldMinor: 0 } => DepositStatus.Released,
        _ => DepositStatus.Held,
    };

    /// <summary>Whether an item is a part of it.</summary>
    public bool Has(string itemId) => Instalments.Any(part => part.ItemId == itemId);

    /// <summary>What was done by hand under an id, or null.</summary>
    public DepositMove? Move(string id) => Moves.FirstOrDefault(move => move.Id == id);
}
