using System.Runtime.InteropServices;

namespace BillingActors.Storage.Inbox;

/// <summary>What of a stream was ever accepted and worked off.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct InboxDepth(long Accepted, long AcceptedBytes, long Done, long DoneBytes);
