using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Grains.Interfaces.Inquiries;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads of a form: beside each known one what it is taken to be, and one that nobody took.</summary>
/// <param name="At">The known reads as <see cref="Key"/> names them.</param>
/// <param name="Values">What was typed beside each; nothing where it stays.</param>
/// <param name="Register">Register of the read that nobody took.</param>
/// <param name="On">Its day.</param>
/// <param name="Value">What it is taken to have shown; nothing where there is none.</param>
public sealed record AssumedReadForm(string[] At, string[] Values, string? Register, DateOnly? On, string? Value)
{
    private const string Day = "yyyy-MM-dd";
    private const char Between = '|';

    /// <summary>Names a read in the form.</summary>
    public static string Key(ReadRow read) => string.Create(
        CultureInfo.InvariantCulture, $"{read.On:yyyy-MM-dd}{Between}{read.Register}{Between}{read.MeterSerial}");

    /// <summary>What was typed beside a read.</summary>
    public string? Typed(ReadRow read) =>
        Array.IndexOf(At, Key(read)) is var place and >= 0 && place < Values.Length ? Values[place] : null;

    /// <summary>The reads; null where something typed is no read.</summary>
    public ImmutableArray<AssumedRead>? Reads()
    {
        var reads = ImmutableArray.CreateBuilder<AssumedRead>();
        for (var i = 0; i < Math.Min(At.Length, Values.Length); i++)
        {
            if (string.IsNullOrWhiteSpace(Values[i]))
                continue;
            var key = At[i].Split(Between, 3);
            if (key.Length < 3 || Dials(Values[i]) is not var (value, scale)
                || !DateOnly.TryParseExact(key[0], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
                return null;
            reads.Add(new AssumedRead(key[1], on, value, scale, key[2].Length == 0 ? null : key[2]));
        }
        if (string.IsNullOrWhiteSpace(Value))
            return reads.DrainToImmutable();
        if (string.IsNullOrEmpty(Register) || On is not { } day || Dials(Value) is not var (dials, decimals))
            return null;
        reads.Add(new AssumedRead(Register, day, dials, decimals));
        return reads.DrainToImmutable();
    }

    // The dials as they stand, with their decimals: 1280.50 is 128050 at two.
    private static (long Value, int Scale)? Dials(string text)
    {
        var typed = text.Trim();
        var point = typed.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? typed : typed.Remove(point, 1);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (value, point < 0 ? 0 : typed.Length - point - 1)
            : null;
    }
}
