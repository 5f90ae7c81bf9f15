namespace BillingActors.Storage.Notes;

/// <summary>What became of a wish to write, pin or withdraw a note.</summary>
public enum NoteOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was done before, or there is nothing to do it to.</summary>
    Nothing,

    /// <summary>The customer was erased, and nothing of it can be kept.</summary>
    Erased,

    /// <summary>As many notes are pinned as there may be.</summary>
    PinsFull,
}
