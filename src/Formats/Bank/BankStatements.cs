using System.Collections.Immutable;
using BillingActors.Formats.Payments;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Bank;

/// <summary>Reads statements of banks, told apart by what they hold: camt.053 of ISO 20022, and BAI2.</summary>
public static class BankStatements
{
    /// <summary>ISO 20022 bank to customer statement.</summary>
    public const string Camt = "camt.053";

    /// <summary>Cash management balance reporting of the BAI, version 2.</summary>
    public const string Bai = "bai2";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Camt, Bai];

    /// <summary>The format a file that begins so has; null where it is no statement.</summary>
    /// <param name="head">First bytes of the file, plain or gzip; some thousand are enough.</param>
    public static string? Recognise(ReadOnlySpan<byte> head)
    {
        var text = FileHead.Text(FileHead.Inflate(head));
        if (text.StartsWith('<') && text.Contains("tech:xsd:camt.053.", StringComparison.Ordinal))
            return Camt;
        var first = text.Split('\n', '\r')[0].Split(',');
        return first is ["01", _, _, { Length: 6 } made, ..] && made.All(char.IsAsciiDigit) ? Bai : null;
    }

    /// <summary>Reads a whole statement.</summary>
    /// <param name="format">What <see cref="Recognise"/> said.</param>
    /// <param name="file">The file, plain or gzip.</param>
    /// <param name="decimalsOf">How many decimals a currency has.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FileRefusedException">It is damaged, or does not come to its own totals.</exception>
    public static async Task<BankMoney> Read(
        string format, Stream file, Func<string, int> decimalsOf, CancellationToken cancellation)
    {
        await using var plain = await IncomingFile.Open(file, cancellation);
        return format == Camt
            ? await new CamtReader(decimalsOf).Read(plain, cancellation)
            : await new BaiReader().Read(plain, cancellation);
    }

    /// <summary>What a payer wrote without its long numbers, for where one of them looks like that of a card.</summary>
    public static string Masked(string text) => PaymentText.Masked(text);
}
