using BillingActors.Domain.Accounts;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Reports;
using Npgsql;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Postgres.Reports;

/// <summary>Rows of lists as wire records.</summary>
internal static class PostgresReportRows
{
    /// <summary>The columns that <see cref="ReadInvoice"/> expects.</summary>
    public const string InvoiceColumns = """
        invoice_id, series, number, account_key, run_id, issued_on, due_on, period_from, period_until, currency,
        net_minor, tax_minor, total_minor, corrects_id
        """;

    public static AccountRow ReadAccount(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        null,
        row.GetInt16(3) == (short)AccountStatus.Open ? "open" : "closed",
        row.GetString(4),
        row.GetString(5),
        row.GetInt64(6),
        row.GetInt64(7));

    public static InvoiceRow ReadInvoice(NpgsqlDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(3));
        return new InvoiceRow(
            row.GetString(0),
            new DocumentNumber(row.GetString(1), row.GetInt64(2)).ToString(),
            entityId, accountId,
            row.TextOrNull(4),
            row.GetFieldValue<DateOnly>(5),
            row.GetFieldValue<DateOnly>(6),
            row.GetFieldValue<DateOnly>(7),
            row.GetFieldValue<DateOnly>(8),
            row.GetString(9),
            row.GetInt64(10),
            row.GetInt64(11),
            row.GetInt64(12),
            row.TextOrNull(13));
    }

    /// <summary>From series, number, hash and body.</summary>
    public static InvoiceView ReadDocument(NpgsqlDataReader row) =>
        AccountEventJson.ReadInvoice(row.GetFieldValue<byte[]>(3)).ToView(
            new DocumentNumber(row.GetString(0), row.GetInt64(1)).ToString(), row.GetFieldValue<byte[]>(2));

    public static ApprovalRow ReadApproval(NpgsqlDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(0));
        return new ApprovalRow(
            entityId,
            accountId,
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetInt64(4),
            row.GetString(5),
            row.GetString(6),
            row.GetFieldValue<DateOnly>(7),
            row.GetFieldValue<DateOnly>(8));
    }

    public static RunRow ReadRun(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetFieldValue<DateOnly>(3),
        row.GetFieldValue<DateOnly>(4),
        row.GetString(5),
        row.GetFieldValue<DateTimeOffset>(6),
        row.GetString(7));
}
