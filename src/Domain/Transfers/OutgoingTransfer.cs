using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>A transfer as its sender keeps it.</summary>
/// <param name="Id">Transfer; unique among those the account sends.</param>
/// <param name="To">The account it goes to, "entity/account".</param>
/// <param name="Scope">What was to be moved.</param>
/// <param name="Value">What was moved.</param>
/// <param name="On">When it left.</param>
/// <param name="CustomerId">The customer the other account must belong to; null: any.</param>
public sealed record OutgoingTransfer(
    string Id, string To, TransferScope Scope, TransferValue Value, LocalDate On, string? CustomerId)
{
    /// <summary>How far it is.</summary>
    public TransferState State { get; init; }

    /// <summary>Why it came back; null otherwise.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it has left and nobody has said yet that it has arrived.</summary>
    public bool IsPending => State == TransferState.Pending;

    /// <summary>Whether it takes money of a receipt.</summary>
    public bool Takes(string receiptId) => Value.Cash.Any(share => share.ReceiptId == receiptId);
}
