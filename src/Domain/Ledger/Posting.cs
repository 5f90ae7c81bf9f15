using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>One side of a journal entry: a ledger account and an amount, debit positive, credit negative.</summary>
/// <param name="LedgerAccount">Such as "receivables", "revenue/home-tou" or "tax/VAT".</param>
/// <param name="Amount">Debit positive, credit negative.</param>
public sealed record Posting(string LedgerAccount, Money Amount);
