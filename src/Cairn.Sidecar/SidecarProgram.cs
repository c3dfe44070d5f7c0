namespace Cairn.Sidecar;
internal static class SidecarProgram { public static int Main() { return 0; } }
