using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Notes;

namespace BillingActors.Gateway.Notes;

/// <summary>What may be written into a note: plain text, in which a line break is the only control character.</summary>
internal static class NoteText
{
    /// <summary>The text as it is kept, or why it cannot be.</summary>
    public static (string Text, Problem? Problem) Of(string? written)
    {
        var text = (written ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > INoteStore.TextLengthMax)
            return No(FormattableString.Invariant($"Write 1 to {INoteStore.TextLengthMax} characters."));
        if (text.Any(one => char.IsControl(one) && one != '\n'))
            return No("Write plain text: it has a control character.");
        if (HasHalfCharacter(text))
            return No("Write plain text: it has half of a character.");
        return CardNumberCheck.Bears(text)
            ? ("", new Problem("card-number", "The note has what looks like a card number, which is never kept."))
            : (text, null);
    }

    // It would be stored as another character than was sent.
    private static bool HasHalfCharacter(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[++at]))
                return true;
        }
        return false;
    }

    private static (string, Problem) No(string detail) => ("", new Problem(ProblemCode.NoteTextInvalid, detail));
}
