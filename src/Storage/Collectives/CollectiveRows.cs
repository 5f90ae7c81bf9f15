using System.Data.Common;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Tax;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Collectives;

/// <summary>Rows of collective bills in the words both databases share.</summary>
internal static class CollectiveRows
{
    public const string SelectWaiting = """
        select l.account_key, l.version, i.series, i.number, coalesce(i.net_minor, l.fee_minor),
            coalesce(i.tax_minor, 0), l.fee_id, i.body
        from collective_line l left join invoice i on i.account_key = l.account_key and i.version = l.version
        where l.parent_key = $1 and l.bill_id is null and coalesce(i.issued_on, l.charged_on) <= $2
        order by l.account_key, l.version limit $3
        """;

    public const string SelectLines = """
        select l.account_key, l.version, i.series, i.number, coalesce(i.net_minor, l.fee_minor),
            coalesce(i.tax_minor, 0), l.fee_id
        from collective_line l left join invoice i on i.account_key = l.account_key and i.version = l.version
        where l.parent_key = $1 and l.bill_id = $2 and (l.account_key, l.version) > ($3, $4)
        order by l.account_key, l.version limit $5
        """;

    public const string SelectChildren = """
        select account_key from collective_member where parent_key = $1 and account_key > $2
        order by account_key limit $3
        """;

    public static ChildBill LineOf(DbDataReader row) => new(
        AccountKey.IdOf(row.GetString(0)),
        row.GetInt64(1),
        row.IsDBNull(6) ? new DocumentNumber(row.GetString(2), row.GetInt64(3)).ToString() : row.GetString(6),
        row.GetInt64(4),
        row.GetInt64(5))
    {
        IsFee = !row.IsDBNull(6),
    };

    public static WaitingBill WaitingOf(DbDataReader row)
    {
        if (row.IsDBNull(7))
            return new WaitingBill(LineOf(row), []);
        var invoice = AccountEventJson.ReadInvoice(row.GetFieldValue<byte[]>(7));
        return new WaitingBill(LineOf(row), [.. invoice.Taxes.Select(ShareOf)]);
    }

    public static string IdOf(DbDataReader row) => AccountKey.IdOf(row.GetString(0));

    /// <summary>The key of another account of the same legal entity.</summary>
    public static string KeyBeside(string accountKey, string accountId) =>
        accountKey[..(accountKey.IndexOf('/', StringComparison.Ordinal) + 1)] + accountId;

    private static TaxShare ShareOf(TaxLine tax) => new(tax.Code, tax.Percent, tax.Base.Minor, tax.Amount.Minor)
    {
        Jurisdiction = tax.Jurisdiction,
        Reason = TaxReasonWords.Of(tax.Reason),
    };
}
