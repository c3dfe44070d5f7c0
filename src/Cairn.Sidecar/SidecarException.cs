namespace Cairn.Sidecar;

/// <summary>Something is set up wrongly. The message is one sentence for people, with what to do; the program ends with 1.</summary>
internal sealed class SidecarException(string message, Exception? inner = null) : Exception(message, inner);
