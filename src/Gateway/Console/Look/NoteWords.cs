using BillingActors.Storage.Notes;

namespace BillingActors.Gateway.Console.Look;

/// <summary>Notes in the words of people.</summary>
internal static class NoteWords
{
    /// <summary>A kind of contact by its name.</summary>
    public static string Of(string kind) => kind switch
    {
        NoteKind.Phone => "Phone call",
        NoteKind.Email => "E-mail",
        NoteKind.Message => "Message or chat",
        NoteKind.Internal => "Internal remark",
        _ => Words.Of(kind),
    };

    /// <summary>The beginning of a text; what can no longer be read says so.</summary>
    public static string Begin(AccountNote note, int lengthMax)
    {
        if (note.Text is not { } text)
            return "This can no longer be read.";
        if (text.Length <= lengthMax)
            return text;
        // Not between the halves of a character.
        var end = char.IsHighSurrogate(text[lengthMax - 1]) ? lengthMax - 1 : lengthMax;
        return text[..end] + "…";
    }
}
