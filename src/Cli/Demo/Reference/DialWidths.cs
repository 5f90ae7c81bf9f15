namespace BillingActors.Cli.Demo.Reference;

/// <summary>
/// How many digits before the point the reads of a file are written with: "0000964.00" means seven dials.
/// </summary>
internal sealed class DialWidths
{
    private const int PreviousField = 8;
    private const int CurrentField = 13;

    private readonly Dictionary<int, int> _byLine = [];

    /// <summary>The widths of a file; only accumulation reads are written with leading zeros.</summary>
    public static DialWidths Of(string file, string format)
    {
        var widths = new DialWidths();
        if (format != "nem13")
            return widths;
        foreach (var (line, text) in File.ReadLines(file).Index())
        {
            var fields = text.Split(',');
            if (fields.Length > CurrentField && fields[0] == "250")
                widths._byLine[line + 1] = Math.Max(Width(fields[PreviousField]), Width(fields[CurrentField]));
        }
        return widths;
    }

    /// <summary>The width on a line, or the one a number has without leading zeros.</summary>
    public int At(int line, int otherwise) => _byLine.GetValueOrDefault(line, otherwise);

    private static int Width(string read) => read.Trim().Split('.')[0].Length;
}
