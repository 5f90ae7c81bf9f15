using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Cli.Verbs;

/// <summary>Reads as they are typed: REGISTER=VALUE or REGISTER=VALUE@DAY, the value with its decimals.</summary>
internal static class FinalReads
{
    /// <summary>The reads; null where there are none.</summary>
    public static ImmutableArray<FinalRead>? Of(string[] texts, bool isByCustomer) =>
        texts.Length == 0 ? null : [.. texts.Select(text => Of(text, isByCustomer))];

    private static FinalRead Of(string text, bool isByCustomer)
    {
        var equals = text.LastIndexOf('=');
        var at = text.IndexOf('@', Math.Max(0, equals));
        if (equals <= 0)
            throw Wrong(text);
        var value = at < 0 ? text[(equals + 1)..] : text[(equals + 1)..at];
        var point = value.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : value.Length - point - 1;
        var dials = point < 0 ? value : value.Remove(point, 1);
        DateOnly? on = at < 0 ? null : Day(text, at + 1);
        return long.TryParse(dials, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FinalRead(text[..equals], number, scale, on, IsByCustomer: isByCustomer)
            : throw Wrong(text);
    }

    private static DateOnly Day(string text, int at) =>
        DateOnly.TryParseExact(
            text.AsSpan(at), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(text);

    private static UsageException Wrong(string text) =>
        new($"'{text}' is no read: write REGISTER=VALUE or REGISTER=VALUE@YYYY-MM-DD.");
}
