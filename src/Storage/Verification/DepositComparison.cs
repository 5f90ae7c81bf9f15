using System.Data.Common;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Ledger;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>Rows of deposits of an account, and what is booked as held, against the fold of its events.</summary>
internal static class DepositComparison
{
    public const string SelectDeposits = """
        select account_key, deposit_id, status, basis, amount_minor, paid_minor, held_minor, interest_minor,
            cast(assessed_on as text), cast(paid_on as text)
        from deposit where account_key > $1 and account_key <= $2
        """;

    public static void Check(AccountBooks books, Account state, Findings findings)
    {
        findings.Count(Rule.Deposits, books.Deposits.Count);
        if (Difference.OfRows(books.Deposits, [.. state.Deposited.Deposits.Select(StoredDeposit.Of)]) is { } deposit)
            findings.Add(Rule.Deposits, books.Key, deposit);
        var posted = -books.Postings.Where(posting => posting.LedgerAccount == LedgerRoles.DepositsHeld)
            .Sum(posting => posting.AmountMinor);
        if (posted != state.Deposited.HeldMinor)
            findings.Add(Rule.Deposits, books.Key, $"{posted} is posted, {state.Deposited.HeldMinor} is held");
    }

    public static StoredDeposit DepositOf(DbDataReader row) => new(
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetInt64(4),
        row.GetInt64(5),
        row.GetInt64(6),
        row.GetInt64(7),
        row.GetString(8),
        Books.TextOrNull(row, 9));
}
