using System.Collections.Immutable;

namespace BillingActors.Storage.Notes;

/// <summary>How people were in contact when a note was written; the words are stored.</summary>
public static class NoteKind
{
    /// <summary>Somebody called.</summary>
    public const string Phone = "phone";

    /// <summary>By e-mail.</summary>
    public const string Email = "email";

    /// <summary>By post.</summary>
    public const string Letter = "letter";

    /// <summary>By a short message or a chat.</summary>
    public const string Message = "message";

    /// <summary>At a desk or at the premise.</summary>
    public const string Visit = "visit";

    /// <summary>Nobody: a remark for colleagues.</summary>
    public const string Internal = "internal";

    /// <summary>All there are, the usual one first.</summary>
    public static ImmutableArray<string> All { get; } = [Phone, Email, Letter, Message, Visit, Internal];
}
