using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using BillingActors.Formats.Csv;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Payments;

/// <summary>Our own CSV of payments: one payment per row, amounts in minor units.</summary>
internal sealed class PaymentsCsvFormat : IFileFormat
{
    private static readonly CsvShape Shape = new(
        ["entity", "account", "source", "payment_id", "method", "amount_minor", "currency", "value_on"],
        ["reference", "batch", "card_token", "retry_of", "items", "on_account", "allocation"]);

    private static readonly ImmutableArray<string> YesOrNo = ["no", "yes"];

    public string Name => "payments-csv";

    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var line = FileHead.Text(head).Split('\n', '\r')[0].Split(',');
        return line.Contains("payment_id") && line.Contains("amount_minor");
    }

    public async IAsyncEnumerable<ImportItem> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var table = await CsvTable.Open(file, [Shape], cancellation);
        var hasRows = false;
        while (await table.Read(cancellation))
        {
            hasRows = true;
            var item = new ImportItem(Payment: ReadEntry(table.Row));
            yield return table.Row.Problem is null ? item : PaymentText.Masked(table.Row.Rejected());
        }
        if (!hasRows)
            throw Refusal.Of(table.Row.Line, "record", "no-rows", "no row stands below the header");
    }

    private static PaymentEntry ReadEntry(CsvRow row)
    {
        var (entity, account, source) = (row.Id("entity"), row.OptionalId("account"), row.Id("source"));
        var payment = new Payment(
            PaymentText.ReceiptId(source, row.Id("payment_id")),
            source,
            row.OneOf("method", PaymentText.Methods),
            Minor(row),
            row.RequiredText("currency", 3),
            row.Day("value_on"),
            row.Text("reference", 140),
            row.OptionalId("batch"),
            row.OptionalId("card_token"),
            row.OptionalId("retry_of"),
            !row["on_account"].IsEmpty && row.OneOf("on_account", YesOrNo) == "yes",
            Items(row),
            row["allocation"].IsEmpty ? null : row.OneOf("allocation", PaymentText.Allocations));
        return new PaymentEntry(entity, account, payment, row.Line);
    }

    // Digits alone: 83.00 would be read as 83 minor units by one and as 8,300 by another.
    private static long Minor(CsvRow row)
    {
        if (long.TryParse(row["amount_minor"], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && minor > 0)
        {
            return minor;
        }
        row.Fault("amount_minor", "number-invalid", "is no whole number of minor units above 0");
        return 0;
    }

    // Items stand behind each other, parted by blanks; after an equals sign how much of one, in minor units.
    private static ImmutableArray<PaidItem> Items(CsvRow row)
    {
        var items = ImmutableArray.CreateBuilder<PaidItem>();
        foreach (var text in (row.Text("items", 1000) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (PaymentText.Item(text) is { } item)
                items.Add(item);
            else
                row.Fault("items", "item-invalid", "has an item that is neither NUMBER nor NUMBER=MINOR");
        }
        return items.ToImmutable();
    }
}
