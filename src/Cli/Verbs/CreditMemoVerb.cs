using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Cli.Verbs;

/// <summary>billing credit memo: corrects an invoice, lines of it or a part of them.</summary>
internal static class CreditMemoVerb
{
    /// <summary>The lines of an invoice that are meant.</summary>
    public static Option<string[]> Lines { get; } = new("--line")
    {
        Description = "Line by its number from 1, as 2 for all that is left or 2:1250 for a net amount in minor "
            + "units; once for each. Without it all that is left of the invoice.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Create(Terminal terminal) =>
        new Command("memo", "Corrects an invoice by a credit memo with its taxes.") { Lines }.Corrects(
            terminal,
            "/credit-memos",
            (parsed, invoiceId) => new CreditIssuedInvoice(
                parsed.GetRequiredValue(CorrectionOptions.Id),
                invoiceId,
                parsed.GetRequiredValue(CorrectionOptions.Code),
                LinesOf(parsed)));

    /// <summary>The lines as they were typed; null for all of the invoice.</summary>
    public static ImmutableArray<CreditedLine>? LinesOf(ParseResult parsed) =>
        parsed.GetValue(Lines) is { Length: > 0 } lines ? [.. lines.Select(LineOf)] : null;

    private static CreditedLine LineOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        long? minor = null;
        if (colon >= 0)
        {
            minor = long.TryParse(text[(colon + 1)..], CultureInfo.InvariantCulture, out var given)
                ? given
                : throw Unreadable(text);
        }
        return int.TryParse(
            colon < 0 ? text : text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CreditedLine(number, minor)
            : throw Unreadable(text);
    }

    private static UsageException Unreadable(string text) =>
        new($"'{text}' is no line: write its number, or NUMBER:NET with a net amount in minor units.");
}
