using System.Text.Json.Serialization;
using BillingActors.Domain.Transfers;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>What goes to another account or comes from there, and the move-outs it follows from.</summary>
[JsonDerivedType(typeof(TransferSent), "transfer-sent")]
[JsonDerivedType(typeof(TransferReceived), "transfer-received")]
[JsonDerivedType(typeof(TransferRefused), "transfer-refused")]
[JsonDerivedType(typeof(TransferCompleted), "transfer-completed")]
[JsonDerivedType(typeof(TransferReturned), "transfer-returned")]
[JsonDerivedType(typeof(MovedOut), "moved-out")]
[JsonDerivedType(typeof(BalanceKept), "balance-kept")]
public abstract partial record AccountEvent
{
    /// <summary>An event of the transfers.</summary>
    public abstract record TransferEvent : AccountEvent
    {
        private protected TransferEvent()
        {
        }

        /// <summary>The day it happened on.</summary>
        public abstract LocalDate On { get; init; }
    }

    /// <summary>Something left for another account; a customer is given where it must be the same one's.</summary>
    public sealed record TransferSent(
        string TransferId, string To, TransferScope Scope, TransferValue Value, string? CustomerId, LocalDate On)
        : TransferEvent;

    /// <summary>
    /// What another account sent was taken in: items and money bear the transfer's id and their place, and keep all
    /// else.
    /// </summary>
    public sealed record TransferReceived(string TransferId, string From, TransferValue Value, LocalDate On)
        : TransferEvent;

    /// <summary>What another account sent was refused for good.</summary>
    public sealed record TransferRefused(
        string TransferId, string From, string Code, TransferValue Value, LocalDate On) : TransferEvent;

    /// <summary>The other account has taken it.</summary>
    public sealed record TransferCompleted(string TransferId, LocalDate On) : TransferEvent;

    /// <summary>The other account has refused it: everything is as it was.</summary>
    public sealed record TransferReturned(string TransferId, string Code, TransferValue Value, LocalDate On)
        : TransferEvent;

    /// <summary>A customer moves out of a contract; the balance may go to another account.</summary>
    public sealed record MovedOut(
        string MoveOutId, string ContractId, LocalDate Until, string? TransferTo, LocalDate On) : TransferEvent;

    /// <summary>The balance was to go to another account, and nothing of it may.</summary>
    public sealed record BalanceKept(string MoveOutId, string Code, LocalDate On) : TransferEvent;
}
