using BillingActors.Domain.Statements;

namespace BillingActors.Storage.Ledger;

/// <summary>What an account had open, by age.</summary>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Its customer.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Ageing">Items and unapplied cash by age.</param>
public sealed record AccountAgeing(string AccountId, string CustomerId, string Currency, Ageing Ageing);
