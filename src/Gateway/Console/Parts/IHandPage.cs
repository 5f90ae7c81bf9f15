using BillingActors.Gateway.Console.Readings;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>What the frame around the fields of something done by hand knows of its page.</summary>
public interface IHandPage
{
    /// <summary>Legal entity.</summary>
    string EntityId { get; }

    /// <summary>Account.</summary>
    string AccountId { get; }

    /// <summary>The account; null before it is read, and where there is none the person may see.</summary>
    AccountPicture? Picture { get; }

    /// <summary>Whether it was read.</summary>
    bool IsRead { get; }

    /// <summary>What is typed.</summary>
    HandForm Typed { get; }

    /// <summary>When it was kept; null while it is not.</summary>
    DateTimeOffset? KeptAt { get; }

    /// <summary>What it would do; null while nobody knows.</summary>
    ActionPreview? Preview { get; }

    /// <summary>Why it cannot be done; null where it can, or nobody asked.</summary>
    Problem? Refusal { get; }

    /// <summary>Why it was not done.</summary>
    Problem? Problem { get; }

    /// <summary>What was done.</summary>
    ActionReceipt? Receipt { get; }

    /// <summary>Whether a reason must be typed.</summary>
    bool NeedsReason { get; }

    /// <summary>Whether it is being sent; nothing is typed meanwhile.</summary>
    bool IsBusy { get; }

    /// <summary>Whether it can be sent: its effect is shown, and somebody says why.</summary>
    bool MaySend { get; }

    /// <summary>Who is at the desk.</summary>
    string PersonId { get; }

    /// <summary>Keeps what is typed.</summary>
    Task Keep();

    /// <summary>Forgets what is typed.</summary>
    Task Discard();

    /// <summary>Does it.</summary>
    Task Send();

    /// <summary>Begins anew behind what was done.</summary>
    Task Again();
}
