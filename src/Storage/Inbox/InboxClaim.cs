using System.Runtime.InteropServices;

namespace BillingActors.Storage.Inbox;

/// <summary>A partition's checkpoint, and the fence that allows to move it until somebody else claims it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InboxClaim(InboxPosition Position, long Fence);
