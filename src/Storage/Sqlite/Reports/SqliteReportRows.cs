using BillingActors.Domain.Accounts;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using BillingActors.Storage.Reports;
using Microsoft.Data.Sqlite;
using NodaTime;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Sqlite.Reports;

/// <summary>Rows of lists as wire records.</summary>
internal static class SqliteReportRows
{
    /// <summary>The columns that <see cref="ReadInvoice"/> expects.</summary>
    public const string InvoiceColumns = """
        invoice_id, series, number, account_key, run_id, issued_on, due_on, period_from, period_until, currency,
        net_minor, tax_minor, total_minor, corrects_id
        """;

    public static AccountRow ReadAccount(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        null,
        row.GetInt32(3) == (int)AccountStatus.Open ? "open" : "closed",
        row.GetString(4),
        row.GetString(5),
        row.GetInt64(6),
        row.GetInt64(7));

    public static InvoiceRow ReadInvoice(SqliteDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(3));
        return new InvoiceRow(
            row.GetString(0),
            new DocumentNumber(row.GetString(1), row.GetInt64(2)).ToString(),
            entityId,
            accountId,
            row.TextOrNull(4),
            Day(row, 5),
            Day(row, 6),
            Day(row, 7),
            Day(row, 8),
            row.GetString(9),
            row.GetInt64(10),
            row.GetInt64(11),
            row.GetInt64(12),
            row.TextOrNull(13));
    }

    /// <summary>From series, number, hash and body.</summary>
    public static InvoiceView ReadDocument(SqliteDataReader row) =>
        AccountEventJson.ReadInvoice(row.GetFieldValue<byte[]>(3)).ToView(
            new DocumentNumber(row.GetString(0), row.GetInt64(1)).ToString(), row.GetFieldValue<byte[]>(2));

    public static ApprovalRow ReadApproval(SqliteDataReader row)
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
            Day(row, 7),
            Day(row, 8));
    }

    public static RunRow ReadRun(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        Day(row, 3),
        Day(row, 4),
        row.GetString(5),
        Microseconds.ToInstant(row.GetInt64(6)),
        row.GetString(7));

    public static string Text(DateOnly day) => IsoDay.Format(LocalDate.FromDateOnly(day));

    public static DateOnly Day(SqliteDataReader row, int column) => IsoDay.Parse(row.GetString(column)).ToDateOnly();
}
