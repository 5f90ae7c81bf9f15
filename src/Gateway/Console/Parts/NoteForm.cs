using BillingActors.Gateway.Notes;
using BillingActors.Storage.Notes;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A note as it is typed.</summary>
internal sealed class NoteForm
{
    /// <summary>The command, kept with the form, so that writing twice is writing once.</summary>
    public string CommandId { get; set; } = DeskCommand.Fresh();

    /// <summary>How people were in contact.</summary>
    public string Kind { get; set; } = NoteKind.Phone;

    /// <summary>What is written.</summary>
    public string Text { get; set; } = "";

    /// <summary>The document it is about as "kind/id"; empty for the account as such.</summary>
    public string About { get; set; } = "";

    /// <summary>Whether it stands at the head of the account.</summary>
    public bool IsPinned { get; set; }

    /// <summary>The wish behind it.</summary>
    public NoteWish ToWish() => new(
        Kind, Text, IsPinned, About.Split('/', 2) is [var kind, var id] ? new NoteDocument(kind, id) : null);
}
