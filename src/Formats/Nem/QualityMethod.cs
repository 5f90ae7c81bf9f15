using BillingActors.Formats.Text;

namespace BillingActors.Formats.Nem;

/// <summary>A quality flag with its method, such as A, E64, F14, N, S15 or V.</summary>
/// <param name="Quality">The quality in our words; null for V, whose intervals are told by 400 records.</param>
/// <param name="Method">The two digits of the method, if any.</param>
internal readonly record struct QualityMethod(string? Quality, string? Method)
{
    public bool Varies => Quality is null;

    public static QualityMethod Read(MeterDataRecord record, int field, string name) =>
        TryParse(record[field], out var method)
            ? method
            : throw record.Refused(
                name, "quality-method", "is none of A, N, V, or E, F, S with a method of two digits");

    public static bool TryParse(ReadOnlySpan<char> text, out QualityMethod method)
    {
        method = text switch
        {
            "A" => new(Qualities.Actual, null),
            "N" => new(Qualities.Missing, null),
            ['E', _, _] => new(Qualities.ForwardEstimate, text[1..].ToString()),
            ['F', _, _] => new(Qualities.FinalSubstituted, text[1..].ToString()),
            ['S', _, _] => new(Qualities.Substituted, text[1..].ToString()),
            _ => default,
        };
        return text is "V" || (!method.Varies && !(method.Method ?? "").AsSpan().ContainsAnyExceptInRange('0', '9'));
    }
}
