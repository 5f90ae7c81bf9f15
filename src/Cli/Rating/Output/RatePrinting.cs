using BillingActors.Cli.Output;

namespace BillingActors.Cli.Rating.Output;

/// <summary>Shows bills to people, and problems to programs.</summary>
internal static class RatePrinting
{
    private const int Unprocessable = 422;

    /// <summary>A table for each bill.</summary>
    public static void Print(BillSet set, Terminal terminal)
    {
        foreach (var bill in set.Bills)
        {
            terminal.Line($"{bill.From} until {bill.To}");
            var table = new TextTable("Code", "Text", "Quantity", "Unit", "Price", "Amount", "Tariff");
            foreach (var line in bill.Lines)
            {
                var part = string.Join(", ", new[] { line.Period, line.Tier }.OfType<string>());
                table.Add(line.Code, part.Length == 0 ? line.Text : $"{line.Text} ({part})",
                    line.Quantity, line.Unit, line.UnitPrice, line.Amount, line.TariffVersion);
            }
            table.Write(terminal);
            PrintTaxes(bill, terminal);
            terminal.Line($"net {bill.Subtotal}, tax {bill.Tax}, total {bill.Total} {set.Currency}");
            terminal.Line();
        }
        terminal.Line($"total {set.Total} {set.Currency}");
    }

    private static void PrintTaxes(Bill bill, Terminal terminal)
    {
        if (bill.Taxes is { IsEmpty: false } taxes)
        {
            var table = new TextTable("Tax", "Text", "Reason", "Percent", "On", "Amount");
            foreach (var tax in taxes)
            {
                var code = tax.Jurisdiction is { } place ? $"{place} {tax.Code}" : tax.Code;
                table.Add(code, tax.Text, tax.Reason, tax.PerUnit ?? tax.Percent, tax.Base, tax.Amount);
            }
            table.Write(terminal);
        }
        foreach (var note in bill.Notes ?? [])
            terminal.Line(note);
    }

    /// <summary>Problem details, as JSON, of an option that makes no sense and begins what is said of it.</summary>
    public static void PrintMisuse(string message, Terminal terminal) =>
        PrintMisuse([(OptionOf(message), message)], terminal);

    /// <summary>Problem details, as JSON, of options that make no sense, each with what is said of it.</summary>
    public static void PrintMisuse(IEnumerable<(string Option, string Message)> misuses, Terminal terminal) =>
        PrintProblem(
            UnratableException.Options(misuses.Select(static misuse =>
                new RatingError(misuse.Option, 0, "option-invalid", WithoutOption(misuse)))),
            terminal);

    // "--set: There is no setting …", "--from 2025-02-01 is not before …".
    private static string OptionOf(string message)
    {
        var first = message.Split(' ', ':')[0];
        return first.StartsWith("--", StringComparison.Ordinal) ? first : "";
    }

    // The option is said beside the message, and not twice.
    private static string WithoutOption((string Option, string Message) misuse)
    {
        var said = misuse.Option + ": ";
        return misuse.Message.StartsWith(said, StringComparison.Ordinal)
            ? misuse.Message[said.Length..]
            : misuse.Message;
    }

    /// <summary>Problem details as JSON.</summary>
    public static void PrintProblem(UnratableException problem, Terminal terminal) => terminal.Json(new
    {
        type = "urn:billing:problem:" + problem.Code,
        title = problem.Title,
        status = Unprocessable,
        detail = problem.Detail,
        errors = problem.Errors,
    });
}
